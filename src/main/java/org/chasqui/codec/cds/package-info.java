/**
 * The SOAP customs declaration service of posts ({@code upu-cds}), as two public clients of it show
 * it: views of items with their declaration and the response of customs. Names are facts read off
 * those clients; the service's own documentation is not public (docs/formats/upu-cds.md).
 */
package org.chasqui.codec.cds;
