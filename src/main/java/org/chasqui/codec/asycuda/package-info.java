/**
 * The ASYCUDA World cargo XML family: postal items as house bills under a master ({@code Awbolds}),
 * and answers in a status document of our own. Source: national-caribbean-central-america §3 and
 * the clean-room schema {@code config/formats/asycuda/awmds-family.xsd}.
 */
package org.chasqui.codec.asycuda;
