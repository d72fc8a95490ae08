#!/usr/bin/env python3
"""Programs that take hours, outside CI: kills, nights and readers. Each keeps its state in a file and goes on where it stopped.

    python3 jobs/soak/soak.py kills   --work /tmp/soak --times 100
    python3 jobs/soak/soak.py nights  --work /tmp/soak --times 365 --faketime /path/to/libfaketime.so.1
    python3 jobs/soak/soak.py readers --work /tmp/soak --times 10 --readers 20

They run the packaged program (jobs/target) on the bundled data sets, of the large panels only a few regions. Standard library
only. What they print goes to WORK/NAME.log as well; the last line counts what held and what did not.
"""

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from datetime import date, timedelta
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
REGIONS = re.compile(r"(USA|CHN|JPN|WORLD),")
PANELS = ("capacity", "generation", "demand")


class Soak:
    def __init__(self, name, options):
        self.name, self.options = name, options
        self.work = Path(options.work) / name
        self.work.mkdir(parents=True, exist_ok=True)
        self.state_file = self.work / "state.json"
        self.state = json.loads(self.state_file.read_text()) if self.state_file.exists() else {"done": [], "failed": []}
        self.datasets = self.work / "datasets"
        if not self.datasets.exists():
            few_regions(self.datasets)

    def tell(self, text):
        line = time.strftime("%Y-%m-%dT%H:%M:%SZ ", time.gmtime()) + text
        print(line, flush=True)
        with open(self.work / (self.name + ".log"), "a") as log:
            log.write(line + "\n")

    def keep(self, number, faults):
        self.state["done"].append(number)
        if faults:
            self.state["failed"].append({"number": number, "faults": faults})
        partial = self.state_file.with_suffix(".tmp")
        partial.write_text(json.dumps(self.state))
        partial.replace(self.state_file)
        done, failed = len(self.state["done"]), len(self.state["failed"])
        self.tell(f"{number}: {'; '.join(faults) or 'held'}   ({done - failed} of {done} held)")

    def command(self, place, *job):
        java = os.environ.get("JAVA_HOME", "")
        options = ["-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m"]
        return [
            str(Path(java) / "bin" / "java") if java else "java", *options, "-jar", self.options.jar, *job,
            "--warehouse", str(place / "warehouse"), "--reports", str(place / "reports"),
            "--datasets", str(self.datasets), "--master", "local[1]",
        ]  # fmt: skip

    def start(self, place, *job, env=None):
        place.mkdir(parents=True, exist_ok=True)
        log = open(place / "run.log", "ab")
        return subprocess.Popen(self.command(place, *job), stdout=log, stderr=log, env={**os.environ, **(env or {})})

    def run(self, place, *job, env=None):
        return self.start(place, *job, env=env).wait()


def few_regions(folder):
    for file in sorted((HOME / "datasets").rglob("*")):
        if file.is_file():
            copy = folder / file.relative_to(HOME / "datasets")
            copy.parent.mkdir(parents=True, exist_ok=True)
            if file.suffix == ".csv" and file.parent.name in PANELS:
                lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
                copy.write_text("".join(lines[:1] + [line for line in lines[1:] if REGIONS.match(line)]), encoding="utf-8")
            else:
                shutil.copy(file, copy)


def digests(place):
    manifest = json.loads((place / "reports" / "latest.json").read_text())
    return {name: report["digest"] for name, report in manifest["reports"].items()}


def commits(warehouse):
    """The files that end a commit: Delta's log entries, and each new ledger."""
    logs = {str(path) for path in warehouse.glob("*/*/_delta_log/*.json")}
    try:
        ledger = (warehouse / "ledger.json").stat().st_mtime_ns
    except FileNotFoundError:
        ledger = 0
    return logs, ledger


class Kills(Soak):
    """After a kill -9 at a commit boundary, or anywhere, the next run gives the reports of an undisturbed one."""

    def go(self):
        reference = self.work / "undisturbed"
        if not (reference / "reports" / "latest.json").exists():
            shutil.rmtree(reference, ignore_errors=True)
            before = time.monotonic()
            assert self.run(reference, "nightly", "--as-of", "2026-06-01") == 0, reference / "run.log"
            self.state["seconds"] = time.monotonic() - before
        for number in range(len(self.state["done"]), self.options.times):
            self.keep(number, self.one(number, digests(reference)))

    def one(self, number, wanted):
        place = self.work / "killed"
        shutil.rmtree(place, ignore_errors=True)
        nightly = self.start(place, "nightly", "--as-of", "2026-06-01")
        where = self.kill(nightly, place / "warehouse", number)
        faults = []
        if (place / "reports" / "latest.json").exists() and digests(place) != wanted:
            faults.append("latest.json led to other reports before the next run")
        status = self.run(place, "nightly", "--as-of", "2026-06-01")
        if status != 0:
            return faults + [f"killed {where}: the next run ended with {status}"]
        if digests(place) != wanted:
            different = [name for name, digest in digests(place).items() if digest != wanted[name]]
            faults.append(f"killed {where}: reports differ: {', '.join(different)}")
        if len(list((place / "reports").glob("2026-06-01*"))) != 1:
            faults.append(f"killed {where}: more than one report folder")
        self.tell(f"{number}: killed {where}")
        return faults

    def kill(self, nightly, warehouse, number):
        """Even numbers: at commit number/2 of the run, in turn; odd ones: after a random time."""
        if number % 2:
            after = random.Random(number).uniform(0, self.state.get("seconds", 120))
            try:
                nightly.wait(after)
            except subprocess.TimeoutExpired:
                pass
            nightly.send_signal(signal.SIGKILL)
            nightly.wait()
            return f"after {after:.1f} s"
        seen, last, boundary = 0, commits(warehouse), number // 2 + 1
        while nightly.poll() is None and seen < boundary:
            time.sleep(0.002)
            now = commits(warehouse)
            seen += len(now[0] - last[0]) + (now[1] != last[1])
            last = now
        nightly.send_signal(signal.SIGKILL)
        nightly.wait()
        return f"at commit {seen}" if seen >= boundary else f"not at all: the run has only {seen} commits"


class Nights(Soak):
    """Every night other data, and maintain: the warehouse stays below 1.5 times the bytes that it has to keep."""

    def go(self):
        place = self.work / "place"
        source = self.datasets / "capacity" / "capacity-irena.csv"
        original = self.work / "capacity-irena.csv"
        if not original.exists():
            shutil.copy(source, original)
        for number in range(len(self.state["done"]), self.options.times):
            day = date(2026, 11, 23) + timedelta(days=number)
            env = {"LD_PRELOAD": self.options.faketime, "FAKETIME": f"@{day} 02:30:00", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
            source.write_text(changed(original.read_text(encoding="utf-8"), number), encoding="utf-8")
            faults = []
            for job in (("nightly",), ("maintain", "--keep", "7")):
                status = self.run(place, *job, env=env)
                if status != 0:
                    faults.append(f"{job[0]} ended with {status}")
            kept, whole = kept_bytes(place, day - timedelta(days=7)), whole_bytes(place / "warehouse")
            self.tell(f"{number}: {day}, warehouse {whole / 1e6:.1f} MB, promised to readers {kept / 1e6:.1f} MB")
            if whole > 1.5 * kept:
                faults.append(f"the warehouse has {whole / kept:.2f} times the bytes that it has to keep")
            self.keep(number, faults)


def changed(text, number):
    """The file with one figure that is another every night."""
    lines = text.splitlines(keepends=True)
    for at, line in enumerate(lines):
        cells = line.split(",")
        if at > 0 and cells[0] == "USA" and cells[2] == "solar":
            cells[3] = f"{float(cells[3]) + number / 1000:.3f}"
            lines[at] = ",".join(cells)
            break
    return "".join(lines)


def kept_bytes(place, oldest):
    """The bytes of all files that a table version had which was the newest on or after a day."""
    total = 0
    for log in (place / "warehouse").glob("*/*/_delta_log"):
        files, removed = {}, {}
        for entry in sorted(log.glob("*.json")):
            for line in entry.read_text().splitlines():
                action = json.loads(line)
                if "add" in action:
                    files[action["add"]["path"]] = action["add"]["size"]
                    removed.pop(action["add"]["path"], None)
                if "remove" in action:
                    removed[action["remove"]["path"]] = action["remove"]["deletionTimestamp"] / 1000
        old = time.mktime(oldest.timetuple())
        total += sum(size for path, size in files.items() if removed.get(path, old) >= old)
    return total


def whole_bytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Readers(Soak):
    """Readers in a loop on manifest and reports while runs publish: none fails, none sees two runs mixed."""

    def go(self):
        self.faults, self.reads, self.over = [], 0, False
        place = self.work / "place"
        assert self.run(place, "nightly", "--as-of", "2026-06-01") == 0, place / "run.log"
        readers = [threading.Thread(target=self.read, args=(place / "reports",)) for _ in range(self.options.readers)]
        for reader in readers:
            reader.start()
        for number in range(self.options.times):
            own = self.work / "own.csv"
            own.write_text(f"assumption,region,year,value\nother_load_level,USA,2024,{3900 + number}\n")
            before, self.faults = self.reads, []
            status = self.run(place, "nightly", "--as-of", "2026-06-01", "--assumptions", str(own))
            told = list(dict.fromkeys(self.faults)) + ([f"nightly ended with {status}"] if status else [])
            self.tell(f"{number}: {self.reads - before} reads of the whole set by {self.options.readers} readers")
            self.keep(number, told)
        self.over = True
        for reader in readers:
            reader.join()

    def read(self, reports):
        while not self.over:
            try:
                manifest = json.loads((reports / "latest.json").read_text())
                if len({report["path"].split("/")[0] for report in manifest["reports"].values()}) != 1:
                    self.faults.append("reports of two folders in one manifest")
                for report in manifest["reports"].values():
                    for file in report["files"]:
                        content = (reports / file["path"]).read_bytes()
                        if hashlib.sha256(content).hexdigest() != file["sha256"]:
                            self.faults.append(file["path"] + " is not the file that the manifest names")
                self.reads += 1
            except (OSError, ValueError) as fault:
                self.faults.append(repr(fault))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=["kills", "nights", "readers"])
    parser.add_argument("--work", required=True)
    parser.add_argument("--times", type=int, required=True)
    parser.add_argument("--jar", default=str(HOME / "jobs" / "target" / "electron-gap-jobs.jar"))
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--faketime", default="")
    options = parser.parse_args()
    soak = {"kills": Kills, "nights": Nights, "readers": Readers}[options.name](options.name, options)
    soak.go()
    done, failed = len(soak.state["done"]), len(soak.state["failed"])
    soak.tell(f"{options.name}: {done - failed} of {done} held")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
