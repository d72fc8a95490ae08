"""Reads what `./electron-gap nightly` wrote: the manifest, the reports and the Delta tables that it names.

The reports folder is `reports` beside `notebooks/`, or the environment variable ELECTRON_GAP_REPORTS.
"""

import json
import os
import re
import textwrap
from functools import cache
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt
import pandas as pd
from deltalake import DeltaTable
from IPython.display import Markdown, display
from matplotlib_inline.backend_inline import set_matplotlib_formats

REPORTS = Path(os.environ.get("ELECTRON_GAP_REPORTS") or Path(__file__).parent.parent / "reports")

US, CHINA, JAPAN, INDIA, OTHER = "#1b5e9e", "#c33c2b", "#8a5fa8", "#c98a00", "#8c8c8c"
GOOD, FAIR, BAD = "#2f7d4f", "#c98a00", "#c33c2b"
INK, PALE = "#222222", "#d8dee6"


@cache
def manifest():
    """The manifest of the latest run. Its paths are relative to the reports folder."""
    latest = REPORTS / "latest.json"
    if not latest.exists():
        raise FileNotFoundError(
            f"{latest} is missing. Run ./electron-gap nightly, or point ELECTRON_GAP_REPORTS at a reports folder."
        )
    return json.loads(latest.read_text(encoding="utf-8"))


def report_path(name):
    """The Parquet folder of a report."""
    reports = manifest()["reports"]
    if name not in reports:
        raise KeyError(f"The run {manifest()['run']} has no report {name}; it has {', '.join(reports)}.")
    return str(REPORTS / reports[name]["path"])


def table_path(name):
    """The Delta folder of a table such as core/capacity."""
    return str((REPORTS / manifest()["warehouse"] / manifest()["tables"][name]["path"]).resolve())


def table_version(name):
    """The Delta version of a table that belongs to the run: all versions of a manifest are one consistent set."""
    return manifest()["tables"][name]["version"]


def report(name):
    """A report as a pandas frame."""
    return pd.read_parquet(report_path(name))


def table(name):
    """A table as a pandas frame, at the version of the run."""
    return DeltaTable(table_path(name), version=table_version(name)).to_pandas()


def connect():
    """DuckDB in memory, with a view for each report and each core table (core_capacity and so on)."""
    connection = duckdb.connect()
    for name in manifest()["reports"]:
        files = (report_path(name) + "/*.parquet").replace("'", "''")
        connection.execute(f"create view {name} as select * from read_parquet('{files}')")
    for name in manifest()["tables"]:
        if name.startswith("core/"):
            delta = DeltaTable(table_path(name), version=table_version(name))
            connection.register(name.replace("/", "_"), delta.to_pyarrow_dataset())
    return connection


def say(sentence):
    """Prints the answer of a notebook, and the run that gave it."""
    run = manifest()
    sentence = re.sub(r"(?<=\d)%", "\N{NO-BREAK SPACE}%", sentence)
    display(Markdown(f"**{sentence}**"))
    display(Markdown(f"*As of {run['as_of']}; electron-gap {run['version']}, run {run['run']}.*"))


def style():
    """Plots for paper and screen: vector graphics, quiet axes."""
    set_matplotlib_formats("svg", metadata={"Date": None})
    plt.rcParams.update({
        "svg.hashsalt": "electron-gap", "figure.figsize": (8, 4.2), "figure.facecolor": "white",
        "figure.constrained_layout.use": True, "font.size": 10, "axes.titlesize": 11.5,
        "axes.titleweight": "bold", "axes.titlelocation": "left", "axes.titlepad": 10,
        "axes.spines.top": False, "axes.spines.right": False, "axes.edgecolor": "#999999",
        "axes.labelcolor": INK, "text.color": INK, "xtick.color": "#444444", "ytick.color": "#444444",
        "axes.grid": True, "axes.grid.axis": "y", "grid.color": "#e6e6e6", "axes.axisbelow": True,
        "legend.frameon": False, "lines.linewidth": 1.9, "axes.prop_cycle": plt.cycler(color=[US, CHINA, GOOD, INDIA]),
    })
    pd.set_option("display.max_colwidth", 140, "display.max_rows", 120, "display.precision", 4)


def source_line(figure, text):
    """The source of a figure, under it, in as many lines as the width of the figure asks for."""
    text = textwrap.fill(text, int(17 * figure.get_figwidth()))
    figure.supxlabel(text, fontsize=7.5, color="#666666", x=0.01, ha="left")
