"""electron-gap every night, as an Airflow DAG: copy it into the DAG folder and set the variables below in the environment.

Retries follow the exit status: 1 (a fault of ours) and 75 (the warehouse is busy) are tried again; 65 (a file was rejected,
the rest is published) ends as skipped, so that it can be seen without waking anyone. Airflow cannot leave one status out of
its retries: 2 (wrong arguments) is tried again too, which does no harm.
"""

import os
from datetime import datetime, timedelta, timezone

from airflow import DAG

try:
    from airflow.providers.standard.operators.bash import BashOperator
except ImportError:  # Airflow 2
    from airflow.operators.bash import BashOperator

HOME = os.environ.get("ELECTRON_GAP_HOME", "/opt/electron-gap")
PLACES = " ".join(
    f"--{name} {os.environ.get('ELECTRON_GAP_' + name.upper(), '/srv/electron-gap/' + name)}"
    for name in ("warehouse", "reports")
)
DATASETS = "--datasets " + os.environ.get("ELECTRON_GAP_DATASETS", "/srv/electron-gap/datasets")

NIGHTLY = (
    f"{HOME}/electron-gap nightly {PLACES} {DATASETS} --wait 30m --timeout 2h --log-format json"
    " --as-of {{ data_interval_end | ds }}"
)
MAINTAIN = f"{HOME}/electron-gap maintain --keep 30 {PLACES} --wait 2h"
WATCHDOG = f"{HOME}/electron-gap show runs --expect 26h {PLACES}"

with DAG(
    dag_id="electron_gap",
    description="Load, compute and publish what is stale",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    # The lock in the warehouse lets one run at a time write; two DAG runs would only wait for each other.
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=15), "execution_timeout": timedelta(hours=3)},
) as dag:
    nightly = BashOperator(task_id="nightly", bash_command=NIGHTLY, skip_on_exit_code=65)
    maintain = BashOperator(task_id="maintain", bash_command=MAINTAIN, trigger_rule="all_done")
    watchdog = BashOperator(task_id="watchdog", bash_command=WATCHDOG, trigger_rule="all_done", retries=0)
    nightly >> maintain >> watchdog
