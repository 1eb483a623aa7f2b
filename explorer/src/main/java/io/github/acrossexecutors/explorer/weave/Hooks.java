package io.github.acrossexecutors.explorer.weave;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** What rewritten code calls, as a class file names it. */
final class Hooks {

    static final MethodTypeDesc VOID = MethodTypeDesc.of(ConstantDescs.CD_void);
    static final MethodTypeDesc VOID_STRING = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
    static final MethodTypeDesc VOID_OBJECT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
    static final MethodTypeDesc VOID_OBJECT_STRING =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String);
    static final MethodTypeDesc VOID_OBJECT_OBJECT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    static final MethodTypeDesc VOID_OBJECT_OBJECT_STRING = MethodTypeDesc.of(
            ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_String);
    static final MethodTypeDesc VOID_OBJECT_INT_STRING = MethodTypeDesc.of(
            ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_int, ConstantDescs.CD_String);
    static final MethodTypeDesc VOID_OBJECT_INT_OBJECT_STRING = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            ConstantDescs.CD_Object,
            ConstantDescs.CD_int,
            ConstantDescs.CD_Object,
            ConstantDescs.CD_String);

    static final MethodTypeDesc VOID_OBJECT_BOOLEAN_STRING = MethodTypeDesc.of(
            ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_boolean, ConstantDescs.CD_String);
    static final MethodTypeDesc VOID_OBJECT_INT_INT_BOOLEAN_STRING = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            ConstantDescs.CD_Object,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_boolean,
            ConstantDescs.CD_String);

    private Hooks() {}

    static ClassDesc of(Class<?> hooks) {
        return ClassDesc.of(hooks.getName());
    }
}
