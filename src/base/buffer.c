#include "base/str.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_free(struct buffer *buffer) {
    free(buffer->at);
    *buffer = (struct buffer){0};
}

void buffer_grow(struct buffer *buffer, size_t extra) {
    if (extra > SIZE_MAX / 4 - buffer->length)
        memory_exhausted();
    size_t wanted = buffer->capacity ? buffer->capacity * 2 : 256;
    if (wanted < buffer->length + extra)
        wanted = buffer->length + extra;
    char *grown = realloc(buffer->at, wanted);
    if (!grown)
        memory_exhausted();
    buffer->at = grown;
    buffer->capacity = wanted;
}

void buffer_spaces(struct buffer *buffer, size_t count) {
    buffer_need(buffer, count);
    memset(buffer->at + buffer->length, ' ', count);
    buffer->length += count;
}

void buffer_print(struct buffer *buffer, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    buffer_need(buffer, 128);
    size_t room = buffer->capacity - buffer->length;
    int length = vsnprintf(buffer->at + buffer->length, room, format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t)length >= room) {
        buffer_need(buffer, (size_t)length + 1);
        vsnprintf(buffer->at + buffer->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    if (length > 0)
        buffer->length += (size_t)length;
}

struct str buffer_view(const struct buffer *buffer) {
    return (struct str){buffer->at, buffer->length};
}
