package io.github.acrossexecutors.explorer.control;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Which objects of the JDK's show what another one contains, in one schedule: key sets, sublists, iterators, wrappers. */
public final class Views {

    private final IdentityHashMap<Object, View> views = new IdentityHashMap<>();

    Views() {}

    /**
     * What an object shows.
     *
     * @param contents whose contents
     * @param guard whose monitor its methods enter, if any
     */
    public record View(Object contents, @Nullable Object guard) {}

    /**
     * Find what an object shows.
     *
     * @param object the object
     * @return what it shows, or {@code null} if it is no view
     */
    public @Nullable View of(Object object) {
        return views.get(object);
    }

    /**
     * Note what an object shows. What it was first seen to show stays.
     *
     * @param object the object
     * @param view what it shows
     */
    public void add(Object object, View view) {
        views.putIfAbsent(object, view);
    }
}
