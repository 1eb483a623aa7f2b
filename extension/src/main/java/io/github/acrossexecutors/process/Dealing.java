package io.github.acrossexecutors.process;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which worker gets which task, and what becomes of tasks a worker does not answer. Everything here happens under the
 * crew's lock and never waits.
 */
final class Dealing {

    /** How many tasks a worker may have; past half of it no more are sent, so that several travel in one write. */
    private static final int MOST_SENT = 16;
    /** Tasks longer than this do not gain by having the next one there already. */
    private static final long LONG_TASK_NANOS = 10_000_000;
    /** What is sent ahead beyond one task must fit into a pipe beside it. */
    private static final int SMALL_BYTES = 4_000;

    private final List<CrewMember> members;
    private final ArrayDeque<PoolTask<?>> queue;
    private final int tasksPerWorker;
    private final BiConsumer<CrewMember, PoolTask<?>> begins;

    Dealing(
            List<CrewMember> members,
            ArrayDeque<PoolTask<?>> queue,
            int tasksPerWorker,
            BiConsumer<CrewMember, PoolTask<?>> begins) {
        this.members = members;
        this.queue = queue;
        this.tasksPerWorker = tasksPerWorker;
        this.begins = begins;
    }

    void deal() {
        boolean allReady = true;
        for (CrewMember member : members) {
            allReady &= member.ready;
            while (member.isIdle() && !member.own.isEmpty()) {
                send(member, member.own.removeFirst());
            }
            while (member.isIdle() && !queue.isEmpty()) {
                send(member, queue.removeFirst());
            }
        }
        if (!queue.isEmpty() && allReady) {
            sendAhead();
        } else if (queue.isEmpty()) {
            recallForTheIdle();
        }
    }

    private void sendAhead() {
        long now = System.nanoTime();
        List<CrewMember> roomy = members.stream()
                .filter(member -> member.takesTasks()
                        && member.sent.size() <= MOST_SENT / 2
                        && now - member.headSinceNanos < LONG_TASK_NANOS)
                .collect(Collectors.toCollection(ArrayList::new));
        while (!roomy.isEmpty() && !queue.isEmpty()) {
            for (Iterator<CrewMember> each = roomy.iterator(); each.hasNext() && !queue.isEmpty(); ) {
                CrewMember member = each.next();
                if (hasRoom(member, queue.getFirst())) {
                    send(member, queue.removeFirst());
                } else {
                    each.remove();
                }
            }
        }
    }

    private static boolean hasRoom(CrewMember member, PoolTask<?> task) {
        return member.takesTasks()
                && member.sent.size() < MOST_SENT
                && (member.sent.size() < 2 || member.sentBytes + task.frame().length() <= SMALL_BYTES);
    }

    private void recallForTheIdle() {
        for (CrewMember member : members) {
            if (member.isIdle() && !member.recalling) {
                for (CrewMember other : members) {
                    if (other.sent.size() > 1) {
                        other.recall();
                    }
                }
                return;
            }
        }
    }

    private void send(CrewMember member, PoolTask<?> task) {
        if (task.isDone()) {
            return;
        }
        @Nullable MapFunction function = task.function();
        if (function != null && member.functions.add(function.id())) {
            member.outbox().put(function.frame());
        }
        task.member = member;
        member.outbox().put(task.frame());
        task.sentBytes = member.outbox().claim();
        member.sentBytes += task.sentBytes;
        member.sent.addLast(task);
        member.begun++;
        member.retiring |= member.begun >= tasksPerWorker;
        if (member.sent.size() == 1) {
            firstBegins(member);
        }
    }

    private void firstBegins(CrewMember member) {
        @Nullable PoolTask<?> first = member.sent.peekFirst();
        if (first != null) {
            member.headSinceNanos = System.nanoTime();
            begins.accept(member, first);
        }
    }

    /** Gives each worker a task of its own; returns them. */
    List<PoolTask<?>> toEach(Supplier<PoolTask<?>> tasks) {
        List<PoolTask<?>> all = new ArrayList<>();
        for (CrewMember member : members) {
            if (!member.leaving) {
                PoolTask<?> task = tasks.get();
                task.onlyFor = member;
                member.own.addLast(task);
                all.add(task);
            }
        }
        return all;
    }

    /** Tells those who have a function that it is not needed any more. */
    void forget(long functionId) {
        for (CrewMember member : members) {
            if (member.functions.remove(functionId)) {
                member.outbox().put(new Frame(FrameKind.FORGET, functionId));
            }
        }
    }

    /** Removes the first task of a worker. */
    void answered(CrewMember member) {
        settle(member, member.sent.removeFirst());
        member.output().taskAnswered();
        firstBegins(member);
    }

    private static void settle(CrewMember member, PoolTask<?> task) {
        task.member = null;
        member.sentBytes -= task.sentBytes;
        member.outbox().answered(task.sentBytes);
    }

    /** Puts tasks that a worker has given back to where they came from, in their order. */
    void takeBack(CrewMember member, long[] ids) {
        member.recalling = false;
        Set<Long> given = Arrays.stream(ids).boxed().collect(Collectors.toCollection(HashSet::new));
        @Nullable PoolTask<?> firstBefore = member.sent.peekFirst();
        List<PoolTask<?>> back = new ArrayList<>();
        for (Iterator<PoolTask<?>> each = member.sent.iterator(); each.hasNext(); ) {
            PoolTask<?> task = each.next();
            if (given.contains(task.id())) {
                each.remove();
                settle(member, task);
                member.begun--;
                back.add(task);
            }
        }
        putBack(back);
        if (member.sent.peekFirst() != firstBefore) {
            firstBegins(member);
        }
    }

    private void putBack(List<PoolTask<?>> tasks) {
        for (int i = tasks.size() - 1; i >= 0; i--) {
            PoolTask<?> task = tasks.get(i);
            task.member = null;
            @Nullable CrewMember onlyFor = task.onlyFor;
            if (onlyFor == null) {
                queue.addFirst(task);
            } else {
                onlyFor.own.addFirst(task);
            }
        }
    }

    /**
     * Takes everything from a worker that has ended; returns what is lost with it: the first task, or all, where what it
     * answered cannot be read and so nobody knows how far it has come.
     */
    List<PoolTask<?>> reclaim(CrewMember member) {
        List<PoolTask<?>> lost = new ArrayList<>();
        while (!member.sent.isEmpty() && (lost.isEmpty() || member.garbage != null)) {
            lost.add(member.sent.removeFirst());
        }
        putBack(List.copyOf(member.sent));
        member.sent.clear();
        lost.addAll(member.own);
        member.own.clear();
        return lost;
    }

    /** Empties everything, because the pool ends at once. */
    void clear(List<PoolTask<?>> begun, List<PoolTask<?>> waiting) {
        for (CrewMember member : members) {
            begun.addAll(reclaim(member));
        }
        waiting.addAll(queue);
        queue.clear();
    }

    static long[] ids(Frame returned) {
        long[] ids = new long[returned.content().length / Long.BYTES];
        ByteBuffer.wrap(returned.content()).asLongBuffer().get(ids);
        return ids;
    }
}
