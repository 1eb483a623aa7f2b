package io.github.acrossexecutors.explorer.control;

import io.github.acrossexecutors.explorer.race.Access;
import io.github.acrossexecutors.explorer.race.Access.Mode;
import io.github.acrossexecutors.explorer.race.Location;
import io.github.acrossexecutors.explorer.race.Memory;
import io.github.acrossexecutors.explorer.race.Race;
import io.github.acrossexecutors.explorer.trace.Deed;
import io.github.acrossexecutors.explorer.trace.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one schedule: its steps, what orders them, and what nothing orders.
 *
 * <p>Written by whichever thread has the turn; read when the schedule has ended.
 */
public final class History {

    private final Memory memory = new Memory();
    private final Views views = new Views();
    private final List<Entry> trace = new ArrayList<>();
    private final Map<String, Race> races = new LinkedHashMap<>();
    private final Set<String> contested = new LinkedHashSet<>();
    private final Predicate<String> racing;
    private boolean fenced;
    private String outside = "";

    History(Predicate<String> racing) {
        this.racing = racing;
    }

    /**
     * Note a step.
     *
     * @param me whose
     * @param deed what it does
     * @param label where; empty for what is no step of the subject's
     * @param owner to which object
     * @return the entry, whose value may be filled in
     */
    public Entry note(Participant me, Deed deed, String label, @Nullable Object owner) {
        Entry entry = new Entry(me.index, deed, label, owner);
        if (!label.isEmpty()) {
            trace.add(entry);
        }
        return entry;
    }

    /**
     * Use plain data.
     *
     * @param me who
     * @param owner the object
     * @param name the field's name or the element's index
     * @param label where
     * @param known under which name a race is kept
     * @param write whether it is written
     */
    public void use(Participant me, Object owner, Object name, String label, String known, boolean write) {
        use(me, memory.at(owner, name), me.access(label, Mode.PLAIN, write), known);
    }

    /**
     * Use a variable through a handle as if it were plain data.
     *
     * @param me who
     * @param owner the object
     * @param name the field's name or the element's index
     * @param label where
     * @param known under which name a race is kept
     * @param write whether it is written
     */
    public void useByHandle(Participant me, Object owner, Object name, String label, String known, boolean write) {
        use(me, memory.at(owner, name), me.access(label, Mode.HANDLE, write), known);
    }

    private void use(Participant me, Location location, Access access, String known) {
        race(me, location, access, known);
        if (racing.test(known)) {
            me.past = access.write() ? location.write(me.past) : location.read(me.past);
        }
    }

    private void race(Participant me, Location location, Access access, String known) {
        Race race = location.use(access, known, me.clock);
        if (race != null) {
            contested.add(known);
            if (!race.isTentative()) {
                races.putIfAbsent(known, race);
            }
        }
    }

    /**
     * Read a variable that threads may share, as volatile fields and handles do.
     *
     * @param me who
     * @param owner the object
     * @param name the field's name or the element's index
     * @param label where
     * @param known under which name a race with plain accesses is kept
     * @param acquires whether the participant learns what those knew who released
     */
    public void readAtomically(
            Participant me, Object owner, Object name, String label, String known, boolean acquires) {
        Location location = memory.at(owner, name);
        if (acquires) {
            location.acquire(me.clock);
        }
        race(me, location, me.access(label, Mode.ATOMIC, false), known);
        me.past = location.read(me.past);
    }

    /**
     * Write such a variable, or exchange its value.
     *
     * @param me who
     * @param owner the object
     * @param name the field's name or the element's index
     * @param label where
     * @param known under which name a race with plain accesses is kept
     * @param acquires whether the participant learns what those knew who released
     * @param releases whether it hands over what it knows
     */
    public void writeAtomically(
            Participant me, Object owner, Object name, String label, String known, boolean acquires, boolean releases) {
        Location location = memory.at(owner, name);
        if (acquires) {
            location.acquire(me.clock);
        }
        race(me, location, me.access(label, Mode.ATOMIC, true), known);
        if (releases) {
            location.release(me.clock, me.index);
        }
        me.past = location.write(me.past);
    }

    /**
     * Use what orders threads.
     *
     * @param me who
     * @param owner the object
     * @param name which part of it
     * @param acquires whether the participant learns what those knew who released
     * @param releases whether it hands over what it knows
     */
    public void order(Participant me, Object owner, Object name, boolean acquires, boolean releases) {
        Location location = memory.at(owner, name);
        if (acquires) {
            location.acquire(me.clock);
        }
        if (releases) {
            location.release(me.clock, me.index);
        }
        me.past = releases ? location.write(me.past) : location.read(me.past);
    }

    /**
     * Write what orders nobody, and yet can be seen: an opaque write.
     *
     * @param me who
     * @param owner the object
     * @param name which part of it
     */
    public void mark(Participant me, Object owner, Object name) {
        me.past = memory.at(owner, name).write(me.past);
    }

    /**
     * The views.
     *
     * @return which objects show what others contain
     */
    public Views views() {
        return views;
    }

    /** From here on, accesses that order nobody by themselves may do so. */
    public void fence() {
        fenced = true;
    }

    /**
     * Tell whether there was a fence.
     *
     * @return whether there was
     */
    public boolean isFenced() {
        return fenced;
    }

    /**
     * The subject uses threads that belong to no schedule, and may wake one that does.
     *
     * @param what which, and where
     */
    public void outside(String what) {
        outside = what;
    }

    String outside() {
        return outside;
    }

    /**
     * What happened. For the time after the schedule.
     *
     * @return the steps, in order
     */
    public List<Entry> trace() {
        return trace;
    }

    /**
     * What was raced for. For the time after the schedule.
     *
     * @return the first race for each name
     */
    public Map<String, Race> races() {
        return races;
    }

    /**
     * Which data nothing orders, whether or not that is a race. For the time after the schedule.
     *
     * @return the names
     */
    public Set<String> contested() {
        return contested;
    }

    /** Contest what is no data, by name. */
    void contest(String name) {
        contested.add(name);
    }
}
