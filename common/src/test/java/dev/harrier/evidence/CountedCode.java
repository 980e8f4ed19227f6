package dev.harrier.evidence;

import static net.bytebuddy.jar.asm.Opcodes.ARRAYLENGTH;
import static net.bytebuddy.jar.asm.Opcodes.ASM9;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Loads the classes of reading and extraction anew, so that each call, each pass of a loop and each copied or searched character counts. */
final class CountedCode extends ClassLoader {
    private static final String WORK = Work.class.getName().replace('.', '/');
    private static final String TEXT = "java/lang/String";

    CountedCode() {
        super(CountedCode.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean counted = (name.startsWith("dev.harrier.evidence.") || name.startsWith("dev.harrier.article."))
                && !(name + "$").startsWith(Work.class.getName() + "$");
        if (!counted) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? counted(name) : known;
        }
    }

    private Class<?> counted(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            new ClassReader(in.readAllBytes()).accept(new Classes(writer), 0);
            byte[] code = writer.toByteArray();
            return defineClass(name, code, 0, code.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Classes extends ClassVisitor {
        Classes(ClassWriter writer) {
            super(ASM9, writer);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            return new Methods(super.visitMethod(access, name, type, signature, exceptions));
        }
    }

    private static final class Methods extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Methods(MethodVisitor writer) {
            super(ASM9, writer);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            work("step", "()V");
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        /** A jump back is a loop's. */
        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                work("step", "()V");
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            if (replaced(owner, name)) {
                work(name, "(L" + owner + ";" + type.substring(1));
                return;
            }
            if (copies(owner, name, type)) {
                super.visitInsn(DUP);
                work("add", "(I)V");
            }
            super.visitMethodInsn(opcode, owner, name, type, isInterface);
            boolean builds = owner.equals(TEXT) || owner.equals("java/lang/StringBuilder");
            if (builds && type.endsWith(")L" + TEXT + ";")) {
                super.visitInsn(DUP);
                work("made", "(L" + TEXT + ";)V");
            } else if (name.equals("toCharArray")) {
                super.visitInsn(DUP);
                super.visitInsn(ARRAYLENGTH);
                work("add", "(I)V");
            }
        }

        private static boolean replaced(String owner, String name) {
            boolean searches = name.equals("indexOf") || name.equals("lastIndexOf") || name.equals("contains");
            return (owner.equals(TEXT) && searches)
                    || (owner.equals("java/util/regex/Pattern") && name.equals("matcher"));
        }

        /** The last argument says how much. */
        private static boolean copies(String owner, String name, String type) {
            boolean array = owner.equals("java/util/Arrays") && name.equals("copyOf");
            boolean copy = owner.equals("java/lang/System") && name.equals("arraycopy");
            return array || copy || (owner.equals(TEXT) && name.equals("<init>") && type.equals("([CII)V"));
        }

        private void work(String name, String type) {
            super.visitMethodInsn(INVOKESTATIC, WORK, name, type, false);
        }
    }
}
