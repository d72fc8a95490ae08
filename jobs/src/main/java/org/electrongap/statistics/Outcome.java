package org.electrongap.statistics;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a computation gives: a value, or a refusal with its reason.
 *
 * @param <T> what the value is
 */
public sealed interface Outcome<T> {

    /** The value that was asked for. */
    record Value<T>(T content) implements Outcome<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(content);
        }

        @Override
        public Optional<String> reason() {
            return Optional.empty();
        }

        @Override
        public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
            return next.apply(content);
        }
    }

    /** No value, because of {@code why}: one sentence for people, without a full stop. */
    record Refused<T>(String why) implements Outcome<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }

        @Override
        public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
            return new Refused<>(why);
        }
    }

    static <T> Outcome<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Outcome<T> refused(String reason) {
        return new Refused<>(reason);
    }

    /** The value, or empty after a refusal. */
    Optional<T> value();

    /** The reason of the refusal, or empty when there is a value. */
    Optional<String> reason();

    /** Goes on with the value; a refusal stays what it is. */
    <R> Outcome<R> then(Function<? super T, Outcome<R>> next);

    /** The value turned into another; a refusal stays what it is. */
    default <R> Outcome<R> map(Function<? super T, R> change) {
        return then(value -> of(change.apply(value)));
    }

    /** Whether there is no value. */
    default boolean isRefused() {
        return value().isEmpty();
    }

    /**
     * The value.
     *
     * @throws IllegalStateException with the reason, after a refusal
     */
    default T orElseThrow() {
        return value().orElseThrow(() -> new IllegalStateException(reason().orElseThrow()));
    }
}
