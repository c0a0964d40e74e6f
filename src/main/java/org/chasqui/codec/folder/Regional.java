package org.chasqui.codec.folder;

import java.util.function.Function;
import org.chasqui.codec.Decoder;
import org.chasqui.message.RegionalMessage;

/**
 * The regional JSON, which the codec of that format gives: formats do not know each other.
 *
 * @param writer of one message as a CloudEvents object
 * @param reader of such objects, which checks them against the regional schemas
 */
public record Regional(Function<RegionalMessage, byte[]> writer, Decoder reader) {}
