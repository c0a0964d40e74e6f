/**
 * WCO Data Model 3.6: one postal item as MetaData with a Declaration, and Responses read as
 * decisions. Source: wco-and-canonical-model §1; the default names and namespaces are those of the
 * one public XML form ({@code shared/schemas/third-party/wco36-hmrc}), a profile may set others.
 */
package org.chasqui.codec.wco;
