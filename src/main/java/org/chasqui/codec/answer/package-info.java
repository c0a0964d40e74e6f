/**
 * What the readers of answers share, whatever the format: bounded trees of XML and JSON, national
 * values, and the customs decision that is made of them. Every format family may use it.
 */
package org.chasqui.codec.answer;
