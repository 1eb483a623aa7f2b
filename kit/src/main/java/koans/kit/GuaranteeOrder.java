package koans.kit;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs the methods of a koan's test in the order of their guarantees, those of one guarantee by name. */
final class GuaranteeOrder implements MethodOrderer {

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(GuaranteeOrder::number)
                        .thenComparing(method -> method.getMethod().getName()));
    }

    private static int number(MethodDescriptor method) {
        return method.findAnnotation(Guarantee.class).map(Guarantee::value).orElse(Integer.MAX_VALUE);
    }
}
