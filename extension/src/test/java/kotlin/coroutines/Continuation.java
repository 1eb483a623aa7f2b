package kotlin.coroutines;

/**
 * Stands in for Kotlin's own type, which the compiler adds as the last parameter of a suspend function: the extension
 * knows it by its name.
 *
 * @param <T> what the function returns
 */
public interface Continuation<T> {}
