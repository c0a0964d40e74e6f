/**
 * The UPU's data services beside EDIFACT: the SOAP customs declaration service ({@code upu-cds})
 * and the documents of the international postal system (IPS). Names are facts read off public
 * clients; the services' own documents are not public (docs/formats/upu-cds.md, ips.md).
 */
package org.chasqui.codec.upu.services;
