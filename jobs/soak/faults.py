#!/usr/bin/env python3
"""The faults of OPERATIONS.md that need no cluster, tried on the packaged program. As root, because of the mounts:

    python3 jobs/soak/faults.py --work /tmp/faults [--faketime /path/to/libfaketime.so.1] [--only full,read_only,broken]

Prints for each what the user saw, the exit status and what the next run gave. Runs share one process (Resident.java).
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from soak import CLOCK_SECONDS, DAY, HOME, Soak, digests


class Faults(Soak):
    def __init__(self, options):
        options.times = 0
        self.clock = Path(options.work).absolute() / "faults" / "clock"
        env = {}
        if options.faketime:
            env = {
                "LD_PRELOAD": options.faketime, "FAKETIME_TIMESTAMP_FILE": str(self.clock), "FAKETIME_CACHE_DURATION": "1",
                "NO_FAKE_STAT": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_FORCE_MONOTONIC_FIX": "0",
            }  # fmt: skip
        super().__init__("faults", options, env)
        self.clock.write_text("+0\n")
        self.originals = self.work / "originals"
        if not self.originals.exists():
            shutil.copytree(self.datasets, self.originals)
        self.reference = self.work / "reference"

    def go(self):
        if not (self.reference / "reports" / "latest.json").exists():
            shutil.rmtree(self.reference, ignore_errors=True)
            assert self.run(self.reference, "nightly", "--as-of", DAY) == 0
        for name in self.options.only.split(","):
            self.tell(f"== {name}")
            getattr(self, name)()

    def run(self, place, *job):
        log = self.work / "resident.log"
        self.before = log.stat().st_size if log.exists() else 0
        status = super().run(place, *job)
        return status

    def said(self, lines=1):
        with open(self.work / "resident.log", encoding="utf-8", errors="replace") as log:
            log.seek(self.before)
            told = [line for line in log.read().splitlines() if line.startswith(("electron-gap:", "FAIL", "rejected"))]
        return " | ".join(told[-lines:])[:600]

    def attempt(self, what, place, *job):
        status = self.run(place, *job)
        self.tell(f"{what}: {job[0]} ends with {status}. {self.said(4 if job[0] == 'doctor' else 1)}")
        return status

    def equal(self, place, wanted=None):
        same = digests(place) == (wanted or digests(self.reference))
        self.tell(f"    reports equal those of the undisturbed run: {same}")

    def copy(self, name):
        place = self.work / name
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.reference, place)
        return place

    def edit(self, number):
        """Other capacity, so that load, growth and what follows have to run."""
        file = self.datasets / "capacity" / "capacity-irena.csv"
        text = (self.originals / "capacity" / "capacity-irena.csv").read_text()
        file.write_text(re.sub(r"(USA,2024,solar,)[0-9.]+", rf"\g<1>{170 + number}", text, count=1))

    def full(self):
        for kilobytes in (300, 1200, 2600):
            place = self.work / f"full-{kilobytes}"
            place.mkdir(exist_ok=True)
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", place], check=True)
            try:
                self.attempt(f"{kilobytes} kB", place, "nightly", "--as-of", DAY)
                if kilobytes == 1200:
                    self.attempt(f"{kilobytes} kB", place, "doctor")
                subprocess.run(["mount", "-o", "remount,size=300m", place], check=True)
                self.attempt("room made", place, "nightly", "--as-of", DAY)
                self.equal(place)
            finally:
                subprocess.run(["umount", "-l", place], check=True)

    def read_only(self):
        self.edit(1)
        wanted = self.work / "changed"
        if not wanted.exists():
            shutil.copytree(self.reference, wanted)
            assert self.run(wanted, "nightly", "--as-of", DAY) == 0
        for what in ("warehouse", "reports"):
            place = self.copy(f"read-only-{what}")
            folder = place / what
            subprocess.run(["mount", "--bind", folder, folder], check=True)
            subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
            try:
                self.attempt(f"{what} read-only", place, "nightly", "--as-of", DAY)
                self.equal(place)
                self.attempt(f"{what} read-only", place, "doctor")
                self.attempt(f"{what} read-only", place, "show", "claims", "--limit", "1")
            finally:
                subprocess.run(["umount", "-l", folder], check=True)
            self.attempt("writable again", place, "nightly", "--as-of", DAY)
            self.equal(place, digests(wanted))

    def broken(self):
        self.edit(1)
        capacity = "warehouse/core/capacity"
        for what, damage in {
            "log of core/capacity gone": lambda place: [f.unlink() for f in (place / capacity / "_delta_log").glob("*.json")],
            "newest entry of core/capacity's log cut": lambda place: cut(newest(place / capacity / "_delta_log", "*.json"), 200),
            "a data file of core/capacity gone": lambda place: oldest(place / capacity, "slice=*/*.parquet").unlink(),
            "a data file of core/capacity cut": lambda place: cut(oldest(place / capacity, "slice=*/*.parquet"), 500),
            "log of out/trajectories gone": lambda place: shutil.rmtree(place / "warehouse/out/trajectories/_delta_log"),
            "ledger.json cut": lambda place: cut(place / "warehouse/ledger.json", 300),
            "latest.json cut": lambda place: cut(place / "reports/latest.json", 300),
        }.items():
            place = self.copy("broken-" + re.sub(r"\W+", "-", what))
            damage(place)
            self.attempt(what, place, "nightly", "--as-of", DAY)
            self.attempt(what, place, "doctor")

    def set_clock(self, offset):
        self.clock.write_text(offset + "\n")
        time.sleep(CLOCK_SECONDS)

    def clocks(self, place):
        self.run(place, "show", "ops/runs", "--format", "csv", "--columns", "run_id,job,status", "--limit", "99")
        with open(self.work / "resident.log", encoding="utf-8", errors="replace") as log:
            log.seek(self.before)
            rows = [line for line in log.read().splitlines() if re.match(r"20\d{6}T", line)]
        ids = [row.split(",")[0] for row in rows]
        files = [file.name[:-5] for file in (place / "warehouse" / "runs").glob("*.json")]
        missing = sorted(set(files) - set(ids))
        self.tell(f"    ops/runs: {len(ids)} rows, {len(set(ids))} runs, of {len(files)} on record; missing {missing}")

    def wrong_clock(self):
        place = self.copy("wrong-clock")
        for number, (what, offset, job) in enumerate(
            [
                ("right", "+0", ("nightly",)), ("a day back", "-1d", ("nightly",)), ("right again", "+0", ("nightly",)),
                ("forty days ahead", "+40d", ("maintain", "--keep", "7")), ("right again", "+0", ("nightly",)),
            ]
        ):  # fmt: skip
            self.set_clock(offset)
            self.edit(number + 2)
            self.attempt(f"clock {what}", place, *job)
            latest = json.loads((place / "reports" / "latest.json").read_text())
            unread = self.unreadable(place, latest)
            self.tell(f"    latest.json leads to {latest['folder']}; files missing of what it names: {len(unread)} {unread[:2]}")
            self.clocks(place)
        self.set_clock("+0")

    @staticmethod
    def unreadable(place, manifest):
        files = [place / "reports" / file["path"] for report in manifest["reports"].values() for file in report["files"]]
        for table in manifest["tables"].values():
            if table["path"].startswith("out/"):
                log = place / "warehouse" / table["path"] / "_delta_log" / f"{table['version']:020d}.json"
                files.append(log)
                if log.exists():
                    actions = [json.loads(line) for line in log.read_text().splitlines()]
                    files += [place / "warehouse" / table["path"] / a["add"]["path"] for a in actions if "add" in a]
        return [str(file) for file in files if not file.exists()]

    def backfill(self):
        place = self.copy("backfill")
        days = ["2025-12-01", "2026-01-15", "2026-03-01"]
        first = {}
        for day in days:
            self.attempt(f"as of {day}", place, "nightly", "--as-of", day)
            manifest = json.loads((place / "reports" / day / "manifest.json").read_text())
            first[day] = {name: report["digest"] for name, report in manifest["reports"].items()}
        self.tell(f"    latest.json leads to {json.loads((place / 'reports/latest.json').read_text())['folder']}")
        # In place of waiting, the clock of the next runs.
        if self.options.faketime:
            self.set_clock("+60d")
        self.attempt("60 days later", place, "maintain", "--keep", "7")
        for day in days:
            folders = set(path.name for path in (place / "reports").glob(day + "*"))
            self.attempt(f"as of {day} again", place, "nightly", "--as-of", day, "--force")
            newest_folder = sorted((place / "reports").glob(day + "*"))[-1]
            manifest = json.loads((newest_folder / "manifest.json").read_text())
            again = {name: report["digest"] for name, report in manifest["reports"].items()}
            self.tell(f"    had {sorted(folders)}, has {newest_folder.name}, rows equal the earlier ones: {again == first[day]}")
        self.set_clock("+0")
        self.attempt("publish again", place, "publish", "--again", days[0])
        self.tell(f"    latest.json leads to {json.loads((place / 'reports/latest.json').read_text())['folder']}")
        self.attempt("next nightly", place, "nightly", "--as-of", DAY)
        self.tell(f"    latest.json leads to {json.loads((place / 'reports/latest.json').read_text())['folder']}")

    def layout_1(self):
        place = self.copy("layout-1")
        ledger = place / "warehouse" / "ledger.json"
        ledger.write_text(ledger.read_text().replace('"format" : 2', '"format" : 1'))
        self.edit(1)
        self.attempt("layout 1", place, "nightly", "--as-of", DAY)
        self.tell(f"    layout now {json.loads(ledger.read_text())['format']}")
        self.clocks(place)
        ledger.write_text(ledger.read_text().replace('"format" : 2', '"format" : 7'))
        self.attempt("layout 7", place, "nightly", "--as-of", DAY)


def newest(folder, pattern):
    return sorted(folder.glob(pattern))[-1]


def oldest(folder, pattern):
    return sorted(folder.glob(pattern))[0]


def cut(file, size):
    file.write_bytes(file.read_bytes()[:size])
    for crc in list(file.parent.glob("*.crc")):
        crc.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True)
    parser.add_argument("--jar", default=str(HOME / "jobs" / "target" / "electron-gap-jobs.jar"))
    parser.add_argument("--faketime", default="")
    parser.add_argument("--only", default="full,read_only,broken,wrong_clock,backfill,layout_1")
    faults = Faults(parser.parse_args())
    try:
        faults.go()
    finally:
        faults.resident.stop()


if __name__ == "__main__":
    sys.exit(main())
