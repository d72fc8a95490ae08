#!/usr/bin/env python3
"""Programs that take long, outside CI: kills, nights and readers. Each keeps its state in a file and goes on where it stopped.

    ./electron-gap --version          # builds, if need be
    nice -n 19 python3 jobs/soak/soak.py kills   --work /tmp/soak --times 100
    nice -n 19 python3 jobs/soak/soak.py nights  --work /tmp/soak --times 365 --faketime /path/to/libfaketime.so.1
    nice -n 19 python3 jobs/soak/soak.py readers --work /tmp/soak --times 10 --readers 20

They run the packaged program (jobs/target) on the bundled data sets, of the large panels only a few regions. A run that is to be
killed is a process of its own; the runs around it share one process (Resident.java), because most of a short run's time goes
into starting Spark. Standard library only. What they print goes to WORK/NAME/NAME.log as well; the last line counts what held
and what did not. A change of the program begins anew: remove WORK/NAME.
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
import urllib.parse
import zipfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
REGIONS = re.compile(r"(USA|CHN|JPN|WORLD),")
PANELS = ("capacity", "generation", "demand")
DAY = "2026-06-01"
KEEP_DAYS = 7
CALLS_OF_ONE_RESIDENT = 600
# libfaketime reads its file at the first call of each second.
CLOCK_SECONDS = 1.2
JAVA = [
    "-Xmx1g", "-XX:ReservedCodeCacheSize=240m", "-Xshare:auto", "-XX:-UsePerfData",
    "-Djava.awt.headless=true", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8",
]  # fmt: skip
# A single run ends before the second compiler has paid for itself; a process that stays gains by it.
ONE_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
STAYS = ["-Xmx12g", "-Xmn1g", "-XX:+UseParallelGC"]


def java(name="java"):
    home = os.environ.get("JAVA_HOME", "")
    return str(Path(home) / "bin" / name) if home else name


class Resident:
    """One process that runs the program again and again."""

    def __init__(self, soak, env):
        self.soak, self.env, self.process, self.calls = soak, env, None, 0

    def run(self, arguments):
        if self.process is None or self.calls == CALLS_OF_ONE_RESIDENT:
            self.start()
        self.calls += 1
        self.process.stdin.write("\t".join(arguments) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the resident process ended; see {self.soak.work / 'resident.log'}")
        return int(answer)

    def start(self):
        self.stop()
        jar = Path(self.soak.options.jar)
        class_path = os.pathsep.join([str(self.classes(jar)), str(jar), str(jar.parent / "lib" / "*")])
        with zipfile.ZipFile(jar) as zipped:
            manifest = zipped.read("META-INF/MANIFEST.MF").decode().replace("\r\n ", "").replace("\n ", "")
        opened = re.search(r"Add-Opens: (.*)", manifest).group(1).split()
        options = [f"--add-opens={name}=ALL-UNNAMED" for name in opened]
        with open(self.soak.work / "resident.log", "ab") as log:
            self.process = subprocess.Popen(
                [java(), *JAVA, *STAYS, *options, "-cp", class_path, "org.electrongap.cli.Resident"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, env={**os.environ, **self.env},
            )  # fmt: skip
        self.calls = 0

    def classes(self, jar):
        classes = self.soak.work / "classes"
        if not classes.exists():
            source = str(Path(__file__).with_name("Resident.java"))
            path = os.pathsep.join([str(jar), str(jar.parent / "lib" / "*")])
            subprocess.run([java("javac"), "-cp", path, "-d", str(classes), source], check=True)
        return classes

    def stop(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
            self.process = None


class Soak:
    def __init__(self, name, options, env=None):
        self.name, self.options = name, options
        self.work = Path(options.work).absolute() / name
        self.work.mkdir(parents=True, exist_ok=True)
        self.state_file = self.work / "state.json"
        self.state = json.loads(self.state_file.read_text()) if self.state_file.exists() else {"done": [], "failed": []}
        self.datasets = self.work / "datasets"
        if not self.datasets.exists():
            few_regions(self.datasets)
        self.resident = Resident(self, env or {})

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

    def arguments(self, place, *job):
        return [
            *job, "--warehouse", str(place / "warehouse"), "--reports", str(place / "reports"),
            "--datasets", str(self.datasets), "--master", "local[2]",
        ]  # fmt: skip

    def start(self, place, *job):
        """A run as a process of its own."""
        place.mkdir(parents=True, exist_ok=True)
        jar = Path(self.options.jar)
        archive = jar.with_name("electron-gap.jsa")
        shared = [f"-XX:SharedArchiveFile={archive}"] if archive.exists() else []
        with open(place / "run.log", "ab") as log:
            return subprocess.Popen(
                [java(), *JAVA, *ONE_RUN, *shared, "-jar", str(jar), *self.arguments(place, *job)], stdout=log, stderr=log
            )

    def run(self, place, *job):
        """A run in the resident process."""
        return self.resident.run(self.arguments(place, *job))


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


def names(folder):
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []


def modified(file):
    try:
        return os.stat(file).st_mtime_ns
    except FileNotFoundError:
        return 0


class Commits:
    """Counts what ends a commit: entries of Delta's logs, each new ledger, each manifest, each latest.json."""

    def __init__(self, place):
        self.warehouse, self.reports = str(place / "warehouse"), str(place / "reports")
        self.replaced = [self.warehouse + "/ledger.json", self.reports + "/latest.json"]
        self.count, self.entries, self.times = 0, 0, [0, 0]
        self.look()
        self.count = 0

    def look(self):
        entries = sum(
            name.endswith(".json") and name[0] != "."
            for zone in ("core", "out", "ops")
            for table in names(f"{self.warehouse}/{zone}")
            for name in names(f"{self.warehouse}/{zone}/{table}/_delta_log")
        )
        entries += sum("manifest.json" in names(f"{self.reports}/{folder}") for folder in names(self.reports))
        times = [modified(file) for file in self.replaced]
        self.count += entries - self.entries + sum(now != last for now, last in zip(times, self.times))
        self.entries, self.times = entries, times
        return self.count


class Kills(Soak):
    """After a kill -9 at a commit boundary, or anywhere, the next run gives the reports of an undisturbed one."""

    def go(self):
        reference = self.work / "undisturbed"
        if "commits" not in self.state:
            shutil.rmtree(reference, ignore_errors=True)
            before = time.monotonic()
            nightly = self.start(reference, "nightly", "--as-of", DAY)
            self.state["commits"] = self.watch(nightly, reference, None)
            assert nightly.wait() == 0, reference / "run.log"
            self.state["seconds"] = time.monotonic() - before
            self.tell(f"an undisturbed run: {self.state['commits']} commits, {self.state['seconds']:.1f} s")
        for number in range(len(self.state["done"]), self.options.times):
            self.keep(number, self.one(number, digests(reference)))

    def one(self, number, wanted):
        place = self.work / f"killed-{number}"
        shutil.rmtree(place, ignore_errors=True)
        nightly = self.start(place, "nightly", "--as-of", DAY)
        where = self.kill(nightly, place, number)
        faults = []
        if (place / "reports" / "latest.json").exists() and digests(place) != wanted:
            faults.append("latest.json led to other reports before the next run")
        status = self.run(place, "nightly", "--as-of", DAY)
        self.tell(f"{number}: killed {where}; the next run ended with {status}")
        if status != 0:
            return faults + [f"the next run ended with {status}"]
        found = digests(place)
        if found != wanted:
            faults.append("reports differ: " + ", ".join(name for name in wanted if found.get(name) != wanted[name]))
        if len(list((place / "reports").glob(DAY + "*"))) != 1:
            faults.append("more than one report folder")
        if (place / "warehouse" / "lock.json").exists():
            faults.append("a lock was left")
        if not faults:
            shutil.rmtree(place)
        return faults

    def kill(self, nightly, place, number):
        """Two of three at a commit, spread over the run's commits in turn; the third after a random time."""
        if number % 3 == 2:
            after = random.Random(number).uniform(0, self.state["seconds"])
            try:
                nightly.wait(after)
            except subprocess.TimeoutExpired:
                pass
            nightly.send_signal(signal.SIGKILL)
            nightly.wait()
            return f"after {after:.1f} s, at commit {Commits(place).entries} or later"
        at_commits = self.options.times - self.options.times // 3
        boundary = 1 + (number - number // 3) * self.state["commits"] // at_commits
        seen = self.watch(nightly, place, boundary)
        nightly.send_signal(signal.SIGKILL)
        nightly.wait()
        return f"at commit {seen} of {self.state['commits']}" if seen >= boundary else f"not at all: {seen} commits"

    @staticmethod
    def watch(nightly, place, boundary):
        commits = Commits(place)
        while nightly.poll() is None and (boundary is None or commits.count < boundary):
            time.sleep(0.004)
            commits.look()
        return commits.look() if boundary is None else commits.count


class TableHistory:
    """Which files each version of each table holds, read from Delta's logs night by night: old entries are cleared away."""

    VERSIONS = 40

    def __init__(self, warehouse, state):
        self.warehouse, self.state = warehouse, state

    def read(self):
        for log in sorted(self.warehouse.glob("*/*/_delta_log")):
            table = str(log.parent.relative_to(self.warehouse))
            known = self.state.setdefault(table, {"next": 0, "live": {}, "removed": {}, "versions": {}})
            entry = log / f"{known['next']:020d}.json"
            while entry.exists():
                for line in entry.read_text().splitlines():
                    self.apply(known, json.loads(line))
                known["versions"][str(known["next"])] = sorted(known["live"])
                known["versions"].pop(str(known["next"] - self.VERSIONS), None)
                known["next"] += 1
                entry = log / f"{known['next']:020d}.json"

    @staticmethod
    def apply(known, action):
        if "add" in action:
            known["live"][action["add"]["path"]] = action["add"]["size"]
            known["removed"].pop(action["add"]["path"], None)
        if "remove" in action and action["remove"]["path"] in known["live"]:
            size = known["live"].pop(action["remove"]["path"])
            known["removed"][action["remove"]["path"]] = [size, action["remove"]["deletionTimestamp"] / 1000]

    def kept_bytes(self, oldest):
        """The data files of every version that was the newest one at some time since then."""
        total = 0
        for known in self.state.values():
            known["removed"] = {path: gone for path, gone in known["removed"].items() if gone[1] >= oldest}
            total += sum(known["live"].values()) + sum(size for size, _ in known["removed"].values())
        return total

    def missing(self, table, version):
        """Files of a version that are not on disk."""
        files = self.state[table]["versions"].get(str(version))
        if files is None:
            return [f"version {version}"]
        return [file for file in files if not (self.warehouse / table / urllib.parse.unquote(file)).exists()]


class Nights(Soak):
    """
    Every night other data, and maintain: the warehouse stays below 1.5 times the bytes that it has to keep, and every version
    that a manifest of the last days names can be read.

    The clock is moved by libfaketime. It would move the times of files too, so that every file looked new and VACUUM never
    removed one: NO_FAKE_STAT leaves them, and each night's new files get that night's time here.
    """

    FIRST = date(2026, 11, 24)

    def __init__(self, name, options):
        clock = Path(options.work).absolute() / name / "clock"
        super().__init__(name, options, {
            "LD_PRELOAD": options.faketime, "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_CACHE_DURATION": "0",
            "NO_FAKE_STAT": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_FORCE_MONOTONIC_FIX": "0", "TZ": "UTC",
        })  # fmt: skip
        self.clock = clock
        self.place = self.work / "place"
        self.history = TableHistory(self.place / "warehouse", self.state.setdefault("tables", {}))
        self.originals = self.work / "originals"
        if not self.originals.exists():
            shutil.copytree(self.datasets, self.originals)

    def go(self):
        if not self.options.faketime:
            sys.exit("nights needs --faketime, the path of libfaketime.so.1 (Debian package libfaketime)")
        for number in range(len(self.state["done"]), self.options.times):
            self.keep(number, self.night(number))

    def night(self, number):
        now = datetime.combine(self.FIRST + timedelta(days=number), datetime.min.time(), timezone.utc) + timedelta(hours=2.5)
        self.clock.write_text(now.strftime("@%Y-%m-%d %H:%M:%S\n"))
        time.sleep(CLOCK_SECONDS)
        began = time.time()
        self.change(number)
        faults, took = [], []
        for job in (("nightly",), ("maintain", "--keep", str(KEEP_DAYS))):
            before = time.monotonic()
            status = self.run(self.place, *job)
            took.append(time.monotonic() - before)
            self.date_new_files(began, now.timestamp())
            if status != 0:
                faults.append(f"{job[0]} ended with {status}")
        self.history.read()
        kept = self.history.kept_bytes((now - timedelta(days=KEEP_DAYS)).timestamp())
        whole = whole_bytes(self.place / "warehouse")
        self.tell(
            f"{number}: {now.date()}, warehouse {whole / 1e6:.2f} MB, data files to keep {kept / 1e6:.2f} MB, ratio"
            f" {whole / kept:.3f}, reports {whole_bytes(self.place / 'reports') / 1e6:.2f} MB;"
            f" nightly {took[0]:.1f} s, maintain {took[1]:.1f} s"
        )
        if whole > 1.5 * kept:
            faults.append(f"the warehouse has {whole / kept:.2f} times the bytes that it has to keep")
        return faults + self.unreadable(now.date() - timedelta(days=KEEP_DAYS - 1))

    def change(self, number):
        """A claim every night, a project's power once a fortnight, a figure of the capacity panel once in four weeks."""
        self.edit("claims/claims.csv", "value", 3, number)
        if number % 14 == 3:
            self.edit("datacenter_projects/announced-projects.csv", "power_mw", 2, number)
        if number % 28 == 0:
            self.edit("capacity/capacity-irena.csv", "capacity_gw", 30, number)

    def edit(self, file, column, row, number):
        lines = (self.originals / file).read_text(encoding="utf-8").splitlines(keepends=True)
        at = lines[0].strip().split(",").index(column)
        while True:
            cells = lines[row].split(",")
            if '"' not in ",".join(cells[: at + 1]) and re.fullmatch(r"[0-9]+(\.[0-9]+)?", cells[at]):
                break
            row += 1
        cells[at] = f"{float(cells[at]) + (number + 1) / 1000:.3f}"
        lines[row] = ",".join(cells)
        (self.datasets / file).write_text("".join(lines), encoding="utf-8")

    def date_new_files(self, began, to):
        for folder in (self.place / "warehouse", self.place / "reports"):
            for path in folder.rglob("*"):
                if path.is_file() and path.stat().st_ctime >= began:
                    os.utime(path, (to, to))

    def unreadable(self, oldest):
        faults = []
        for folder in sorted((self.place / "reports").glob("20*")):
            if folder.name[:10] >= str(oldest):
                manifest = json.loads((folder / "manifest.json").read_text())
                for table, pinned in manifest["tables"].items():
                    missing = self.history.missing(table, pinned["version"])
                    if missing:
                        faults.append(f"{folder.name} names {table} at {pinned['version']}, without {missing[0]}")
        if not (self.place / "reports" / str(oldest)).exists() and len(self.state["done"]) >= KEEP_DAYS:
            faults.append(f"the reports of {oldest} are gone")
        return faults[:3]


def whole_bytes(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Readers(Soak):
    """
    Readers in a loop on manifest, reports and tables while runs publish: none fails, none sees two runs mixed. Each reads every
    file of every report and compares its hash with the manifest's, and for each table the commit that the manifest names: the
    report of an out table is that table's one file.
    """

    def go(self):
        self.faults, self.reads, self.over = [], 0, False
        self.place = self.work / "place"
        assert self.run(self.place, "nightly", "--as-of", DAY) == 0, self.work / "resident.log"
        readers = [threading.Thread(target=self.loop) for _ in range(self.options.readers)]
        for reader in readers:
            reader.start()
        try:
            for number in range(len(self.state["done"]), self.options.times):
                self.keep(number, self.one(number))
        finally:
            self.over = True
            for reader in readers:
                reader.join()

    def one(self, number):
        own = self.work / "own.csv"
        own.write_text(f"assumption,region,year,value\nother_load_level,USA,2024,{3900 + number}\n")
        before, self.faults = self.reads, []
        status = self.run(self.place, "nightly", "--as-of", DAY, "--assumptions", str(own))
        folders = len(list((self.place / "reports").glob(DAY + "*")))
        self.tell(f"{number}: {self.reads - before} reads of a whole set, {folders} report folders")
        return list(dict.fromkeys(self.faults))[:3] + ([f"nightly ended with {status}"] if status else [])

    def loop(self):
        pause = random.Random(threading.get_ident())
        while not self.over:
            try:
                self.read()
                self.reads += 1
            except (OSError, ValueError, KeyError) as fault:
                self.faults.append(repr(fault))
            time.sleep(pause.uniform(0, 2))

    def read(self):
        reports = self.place / "reports"
        manifest = json.loads((reports / "latest.json").read_text())
        if {report["path"].split("/")[0] for report in manifest["reports"].values()} != {manifest["folder"]}:
            self.faults.append("reports of two folders in one manifest")
        for name, report in manifest["reports"].items():
            for file in report["files"]:
                content = (reports / file["path"]).read_bytes()
                if hashlib.sha256(content).hexdigest() != file["sha256"]:
                    self.faults.append(file["path"] + " is not the file that the manifest names")
            self.compare(name, report, manifest["tables"]["out/" + name]["version"])

    def compare(self, name, report, version):
        table = self.place / "warehouse" / "out" / name
        actions = [json.loads(line) for line in (table / "_delta_log" / f"{version:020d}.json").read_text().splitlines()]
        added = [action["add"] for action in actions if "add" in action]
        if added and [add["size"] for add in added] != [file["bytes"] for file in report["files"]]:
            self.faults.append(f"out/{name} at version {version} is not the report that its manifest names")
        for add in added:
            if not (table / urllib.parse.unquote(add["path"])).exists():
                self.faults.append(f"out/{name} at version {version} lacks {add['path']}")


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
    try:
        soak.go()
    finally:
        soak.resident.stop()
    done, failed = len(soak.state["done"]), len(soak.state["failed"])
    soak.tell(f"{options.name}: {done - failed} of {done} held")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
