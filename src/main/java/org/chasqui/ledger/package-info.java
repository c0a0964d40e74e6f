/**
 * The ledger: the truth about every interchange, message and delivery, as one timeline. SQLite and
 * PostgreSQL behind one contract and one SQL text.
 */
package org.chasqui.ledger;
