package org.asepsie.engine.network.proof;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Sends Ethernet frames from one network namespace, which Java itself cannot do: `setns` and `AF_PACKET` of the C
/// library. The thread that makes it stays in the namespace, so it must be one that ends with the work.
final class RawFrames implements AutoCloseable {
    private static final int NEW_NETWORK = 0x4000_0000;
    private static final int PACKET = 17;
    private static final int RAW = 3;

    private static final MethodHandle OPEN = function("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle SETNS = function("setns", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final MethodHandle SOCKET =
            function("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final MethodHandle CLOSE = function("close", ValueLayout.JAVA_INT);
    private static final MethodHandle SENDTO = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("sendto"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment frame = arena.allocate(256);
    private final MemorySegment address = arena.allocate(20, 4);
    private final int socket;

    RawFrames(String namespace) {
        int file = call(OPEN, arena.allocateFrom("/var/run/netns/" + namespace), 0);
        call(SETNS, file, NEW_NETWORK);
        call(CLOSE, file);
        socket = call(SOCKET, PACKET, RAW, 0);
    }

    private static MethodHandle function(String name, MemoryLayout... parameters) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }

    private static int call(MethodHandle function, Object... arguments) {
        int result;
        try {
            result = (int) function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (result < 0) {
            throw new IllegalStateException("the kernel refused " + function);
        }
        return result;
    }

    /// Sends `bytes` out of the interface of that index.
    void send(int index, byte[] bytes) {
        MemorySegment.copy(bytes, 0, frame, ValueLayout.JAVA_BYTE, 0, bytes.length);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) PACKET);
        address.set(ValueLayout.JAVA_INT, 4, index);
        try {
            long sent = (long) SENDTO.invokeExact(socket, frame, (long) bytes.length, 0, address, 20);
            if (sent != bytes.length) {
                throw new IllegalStateException("a frame was not sent");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        call(CLOSE, socket);
        arena.close();
    }
}
