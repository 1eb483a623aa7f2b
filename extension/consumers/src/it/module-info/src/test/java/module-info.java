module com.example.shop.tests {
    requires com.example.shop;
    requires io.github.acrossexecutors;
    requires org.junit.jupiter.api;

    opens com.example.shop.tests to
            org.junit.platform.commons;
}
