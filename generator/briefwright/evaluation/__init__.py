"""A person's fact sheet and the parser's findings on the same text in; counts, calibration and the mistakes out.

Pure functions: what is parsed and which sheets count is the pipeline's matter.
"""

from briefwright.evaluation.calibration import Bin, bins, calibration_error
from briefwright.evaluation.comparison import ROWS, Comparison, Count, Mistake, compare, total
from briefwright.evaluation.report import as_data, explained, mistake_as_data, table

__all__ = [
    "ROWS",
    "Bin",
    "Comparison",
    "Count",
    "Mistake",
    "as_data",
    "bins",
    "calibration_error",
    "compare",
    "explained",
    "mistake_as_data",
    "table",
    "total",
]
