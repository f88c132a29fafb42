package org.asepsie.engine.network.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Cuts a line at one separating byte and keeps the columns that are wanted, found by the names in a header.
final class Columns {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;

    private final Fields fields;
    private byte separator = '\t';
    private int[] fieldOfColumn = new int[0];

    Columns(Fields fields) {
        this.fields = fields;
    }

    void separatedBy(byte symbol) {
        separator = symbol;
    }

    boolean named() {
        return fieldOfColumn.length > 0;
    }

    /// Takes the names of the columns from `text[from, to)`.
    void name(byte[] text, int from, int to) {
        var found = new int[16];
        var count = 0;
        var start = from;
        for (var at = from; at <= to; at++) {
            if (at == to || text[at] == separator) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = fields.named(text, start, at);
                start = at + 1;
            }
        }
        fieldOfColumn = Arrays.copyOf(found, count);
    }

    /// False if the line has not exactly as many columns as were named. Words of eight bytes are read, so
    /// `text` must have that many bytes behind `to`.
    boolean cut(byte[] text, int from, int to) {
        fields.clear(text);
        var pattern = (separator & 0xffL) * 0x0101_0101_0101_0101L;
        var column = 0;
        var last = fieldOfColumn.length - 1;
        var start = from;
        for (var at = from; at < to; at += Long.BYTES) {
            var x = (long) WORDS.get(text, at) ^ pattern;
            var hits = ~((x & LOW_BITS) + LOW_BITS | x | LOW_BITS);
            while (hits != 0) {
                var end = at + (Long.numberOfTrailingZeros(hits) >>> 3);
                if (end >= to) {
                    break;
                }
                if (column == last) {
                    return false;
                }
                keep(column++, start, end);
                start = end + 1;
                hits &= hits - 1;
            }
        }
        if (column != last) {
            return false;
        }
        keep(column, start, to);
        return true;
    }

    private void keep(int column, int start, int end) {
        var field = fieldOfColumn[column];
        if (field != Fields.UNWANTED) {
            fields.put(field, start, end);
        }
    }
}
