/**
 * The file frame of MUISCA, Colombia's tax and customs system: head {@code Cab} and a record for
 * each item. Source: national-south-america-mexico §1.5. The frame is that of the tax formats; that
 * customs formats share it is recalled, and the records are ours.
 */
package org.chasqui.codec.muisca;
