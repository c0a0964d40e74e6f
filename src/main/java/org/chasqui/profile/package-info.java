/**
 * Parties as data: administrations, designated operators, marketplaces. The only reader of {@code
 * config/administrations} and {@code config/operators}. A record of this package is valid once
 * built; errors name file, key, rule and value.
 */
package org.chasqui.profile;
