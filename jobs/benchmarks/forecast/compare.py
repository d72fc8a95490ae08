"""statsforecast's AutoTheta and AutoETS on the series of the benchmark: time, and OWA on the last six points held out.

usage: compare.py SERIES.parquet   (the file that `generate` wrote; 10,000 series)
needs: pip install statsforecast pyarrow
"""

import sys
import time

import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta, Naive

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


def main():
    data = long_form(sys.argv[1])
    wide = data.pivot(index="unique_id", columns="ds", values="y").to_numpy()
    past, future = wide[:, :-HORIZON], wide[:, -HORIZON:]
    scale = np.abs(np.diff(past, axis=1)).mean(axis=1)
    train = data[data["ds"] < past.shape[1]]
    naive = scores(future, np.repeat(past[:, -1:], HORIZON, axis=1), scale)
    for model in (AutoTheta(season_length=1), AutoETS(season_length=1), Naive()):
        start = time.perf_counter()
        result = StatsForecast(models=[model], freq=1, n_jobs=2).forecast(df=train, h=HORIZON, level=[80, 95])
        seconds = time.perf_counter() - start
        forecast = result.pivot(index="unique_id", columns="ds", values=str(model)).to_numpy()
        smape, mase = scores(future, forecast, scale)
        owa = (smape / naive[0] + mase / naive[1]) / 2
        print(f"{model}: {seconds:.1f} s, sMAPE {smape:.3f}, MASE {mase:.3f}, OWA {owa:.4f}")


if __name__ == "__main__":
    main()
