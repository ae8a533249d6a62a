#include "publication/qr.h"

#include <qrencode.h>

static const struct drawing *drawing_from(const QRcode *code, sp size, struct arena *arena) {
    size_t count = (size_t)code->width * (size_t)code->width;
    uint8_t *bits = arena_alloc(arena, count);
    for (size_t i = 0; i < count; i++)
        bits[i] = code->data[i] & 1; /* the lowest bit: dark (qrencode.h) */
    struct drawing *drawing = arena_make(arena, struct drawing, 1);
    drawing->bits = bits;
    drawing->side = (uint32_t)code->width;
    drawing->size = size;
    return drawing;
}

const struct drawing *qr_drawing(struct str text, sp size, struct span span, struct arena *arena,
                                 struct diag *diag) {
    struct str copy = str_copy(arena, text);
    QRcode *code = QRcode_encodeString8bit(copy.at, 0, QR_ECLEVEL_M);
    if (!code) {
        diag_fault(diag, span, "give a shorter address", "%zu bytes do not fit into a QR code",
                   text.length);
        return NULL;
    }
    const struct drawing *drawing = drawing_from(code, size, arena);
    QRcode_free(code);
    return drawing;
}
