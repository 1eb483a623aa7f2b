package io.github.acrossexecutors.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The workers that live, those that come, and how the last of those ended that have gone. */
final class Roster {

    private static final int MOST_REMEMBERED = 100;

    /** Written under the crew's lock; read without it to flush. */
    private final List<CrewMember> members = new CopyOnWriteArrayList<>();
    /** Guarded by the crew's lock, as is the next. */
    private final ArrayDeque<WorkerStatus> gone = new ArrayDeque<>();

    private int coming;

    List<CrewMember> members() {
        return members;
    }

    /** Notes that workers are being started until there are so many; returns how many are to be. */
    int comingUpTo(int count) {
        int missing = Math.max(0, count - members.size() - coming);
        coming += missing;
        return missing;
    }

    void came(CrewMember member) {
        coming--;
        members.add(member);
    }

    void doesNotCome() {
        coming--;
    }

    void left(CrewMember member) {
        members.remove(member);
        gone.addLast(member.status());
        if (gone.size() > MOST_REMEMBERED) {
            gone.removeFirst();
        }
    }

    boolean isEmpty() {
        return members.isEmpty() && coming == 0;
    }

    List<WorkerStatus> status() {
        List<WorkerStatus> all = new ArrayList<>(gone);
        members.forEach(member -> all.add(member.status()));
        return List.copyOf(all);
    }
}
