/**
 * Formats that are a folder: XSLT 3.0 to and from the national document, its schema and golden
 * cases (docs/formats/folder.md). No country and no format is named here.
 */
package org.chasqui.codec.folder;
