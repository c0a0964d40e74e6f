/**
 * The envelope of ECUAPASS, Ecuador's customs system, around a postal item, and its answers in two
 * steps. Source: national-south-america-mexico §2.4, client code of export services. The services
 * for imports by post are not public: envelope, header and the manner of the document are those
 * seen, the document itself and its states are ours.
 */
package org.chasqui.codec.ecuapass;
