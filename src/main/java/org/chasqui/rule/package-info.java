/**
 * The business rules of the regional standard that a schema cannot say (wco-and-canonical-model
 * §6.9): each gives located problems, none needs a clock, a network or a database.
 */
package org.chasqui.rule;
