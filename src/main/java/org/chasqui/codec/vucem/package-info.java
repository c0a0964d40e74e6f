/**
 * COVE, the value declaration of Mexico's single window VUCEM: one postal item as an invoice, and
 * the answers of the window. Source: national-south-america-mexico §2.5 and client code. A COVE has
 * no tariff code, mass or Incoterm: it cannot carry a clearance alone.
 */
package org.chasqui.codec.vucem;
