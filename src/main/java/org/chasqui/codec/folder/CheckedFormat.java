package org.chasqui.codec.folder;

import java.util.List;

/**
 * What a check of a folder found.
 *
 * @param cases how many golden cases were run
 */
public record CheckedFormat(int cases, List<FormatFault> faults) {}
