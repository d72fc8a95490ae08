"""Our default model beside statsforecast's AutoTheta and AutoETS on the series of the benchmark: time, and sMAPE, MASE, OWA,
coverage and MSIS of the 95 % interval on the last six points, which no model has seen.

usage: compare.py SERIES FORECASTS   (what `generate` wrote, 10,000 series; our forecasts of it without the last six points)
needs: pip install statsforecast pyarrow
"""

import sys
import time

import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta

HORIZON = 6


def long_form(path):
    wide = pd.read_parquet(path, columns=["series_id", "first_period", "values"])
    values = np.stack(wide["values"].to_numpy())
    points = values.shape[1]
    return pd.DataFrame(
        {
            "unique_id": np.repeat(wide["series_id"].to_numpy(), points),
            "ds": np.tile(np.arange(points), len(wide)),
            "y": values.ravel(),
        }
    )


def scores(actual, forecast, scale):
    smape = (200 * np.abs(actual - forecast) / (np.abs(actual) + np.abs(forecast))).mean()
    mase = (np.abs(actual - forecast).mean(axis=1) / scale).mean()
    return smape, mase


def line(name, actual, forecast, bounds, scale, naive):
    smape, mase = scores(actual, forecast, scale)
    owa = (smape / naive[0] + mase / naive[1]) / 2
    lower, upper = bounds
    miss = np.maximum(0, np.maximum(lower - actual, actual - upper))
    msis = ((upper - lower + 40 * miss).mean(axis=1) / scale).mean()
    return (
        f"{name}: sMAPE {smape:.3f}, MASE {mase:.3f}, OWA {owa:.4f}, "
        f"95 % interval: coverage {(miss == 0).mean():.3f}, MSIS {msis:.2f}"
    )


def ours(path, series):
    rows = pd.read_parquet(path, columns=["series_id", "target_period", "quantile", "value"])
    wide = rows.pivot(index="series_id", columns=["quantile", "target_period"], values="value").loc[series]
    return [wide[quantile].to_numpy() for quantile in (0.5, 0.025, 0.975)]


def main():
    data = long_form(sys.argv[1])
    table = data.pivot(index="unique_id", columns="ds", values="y")
    wide = table.to_numpy()
    past, future = wide[:, :-HORIZON], wide[:, -HORIZON:]
    scale = np.abs(np.diff(past, axis=1)).mean(axis=1)
    train = data[data["ds"] < past.shape[1]]
    naive = scores(future, np.repeat(past[:, -1:], HORIZON, axis=1), scale)
    median, lower, upper = ours(sys.argv[2], table.index)
    print(line("electron-gap", future, median, (lower, upper), scale, naive), "(its time stands above)")
    for model in (AutoTheta(season_length=1), AutoETS(season_length=1)):
        start = time.perf_counter()
        result = StatsForecast(models=[model], freq=1, n_jobs=2).forecast(df=train, h=HORIZON, level=[80, 95])
        seconds = time.perf_counter() - start
        name = str(model)
        columns = [
            result.pivot(index="unique_id", columns="ds", values=column).loc[table.index].to_numpy()
            for column in (name, f"{name}-lo-95", f"{name}-hi-95")
        ]
        print(line(name, future, columns[0], columns[1:], scale, naive), f"({seconds:.1f} s without its start)")


if __name__ == "__main__":
    main()
