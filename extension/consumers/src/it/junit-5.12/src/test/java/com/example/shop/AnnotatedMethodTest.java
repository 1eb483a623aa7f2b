package com.example.shop;

import io.github.acrossexecutors.AcrossExecutors;

class AnnotatedMethodTest {

    @AcrossExecutors
    void quotes() {}
}
