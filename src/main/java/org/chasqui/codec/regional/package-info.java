/**
 * The regional message as JSON: CloudEvents 1.0 envelopes in structured mode around data of the
 * regional schema ({@code config/schema}), and the checks against that schema.
 */
package org.chasqui.codec.regional;
