package org.chasqui.codec;

import java.util.List;
import org.chasqui.message.Problem;

/**
 * The end of a document.
 *
 * @param items how many messages were handed on
 * @param problems faults of the document as a whole (service segments, counts)
 * @param acknowledgement what the format's own acknowledgement needs: the decoder of EDIFACT keeps
 *     here what CONTRL says; null for formats without one
 */
public record DocumentEnd(int items, List<Problem> problems, Object acknowledgement) {}
