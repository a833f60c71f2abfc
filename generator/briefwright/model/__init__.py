"""The types that flow from stage to stage; no input or output, no knowledge of any stage."""
