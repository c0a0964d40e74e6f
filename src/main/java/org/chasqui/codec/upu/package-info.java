/**
 * The UPU's EDI messages ITMATT, CUSITM and CUSRSP both ways, and CONTRL. The layouts are interim
 * ones over public UN directories (upu-messages-interim-guide); the UPU has not confirmed them.
 */
package org.chasqui.codec.upu;
