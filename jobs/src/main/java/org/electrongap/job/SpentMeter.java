package org.electrongap.job;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.Spent;

/** Adds up what Spark's tasks spend, by the job group under which they run. */
final class SpentMeter extends SparkListener {

    private static final String GROUP = "spark.jobGroup.id";

    private final Map<Integer, String> groupOfStage = new ConcurrentHashMap<>();
    private final Map<String, Spent> spent = new ConcurrentHashMap<>();

    /** A meter that listens to this session from now on. */
    static SpentMeter on(SparkSession spark) {
        SpentMeter meter = new SpentMeter();
        spark.sparkContext().addSparkListener(meter);
        return meter;
    }

    /** What these groups have spent together; task ends that Spark has not told yet are missing. */
    Spent by(Collection<String> groups) {
        return groups.stream()
                .map(group -> spent.getOrDefault(group, Spent.NOTHING))
                .reduce(Spent.NOTHING, Spent::plus);
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        String group = job.properties() == null ? null : job.properties().getProperty(GROUP);
        if (group != null) {
            scala.jdk.javaapi.CollectionConverters.asJava(job.stageInfos())
                    .forEach(stage -> groupOfStage.put(stage.stageId(), group));
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        String group = groupOfStage.get(task.stageId());
        if (group != null) {
            spent.merge(group, of(task), Spent::plus);
        }
    }

    private static Spent of(SparkListenerTaskEnd task) {
        TaskMetrics metrics = task.taskMetrics();
        if (metrics == null) {
            return new Spent(1, 0, 0, 0, 0, 0, 0, 0);
        }
        return new Spent(
                1,
                task.taskInfo().duration() / 1000.0,
                metrics.inputMetrics().recordsRead(),
                metrics.inputMetrics().bytesRead(),
                metrics.outputMetrics().recordsWritten(),
                metrics.outputMetrics().bytesWritten(),
                metrics.shuffleWriteMetrics().bytesWritten(),
                metrics.diskBytesSpilled());
    }
}
