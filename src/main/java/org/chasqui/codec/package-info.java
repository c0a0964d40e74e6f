/**
 * The contract of every format: to and from the regional message, pure, one message at a time. Each
 * format family is a sub-package; none imports another, all may use this package, {@code
 * codec.answer} and {@code codec.edifact}.
 */
package org.chasqui.codec;
