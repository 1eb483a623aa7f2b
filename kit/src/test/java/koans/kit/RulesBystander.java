package koans.kit;

/** Stands beside {@link RulesSubject} and does nothing of what that does. */
final class RulesBystander {

    int trim(int value) {
        return value;
    }
}
