package org.chasqui.message;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of many components for which the build writes a builder, {@code <Record>Builder}, with a
 * setter for each component and nothing else.
 */
@RecordBuilder.Template(
    options =
        @RecordBuilder.Options(
            enableGetters = false,
            enableWither = false,
            addStaticBuilder = false,
            inheritComponentAnnotations = false))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Built {}
