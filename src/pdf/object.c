#include "pdf/object.h"
#include <hpdf_objects.h>
#include <limits.h>
#include <stdlib.h>

enum { NUMBER_MASK = 0x00FFFFFF };

/* What the callbacks of a dictionary find in its `attr`. */
struct raw {
    struct str body;
    const struct str *stream;
    HPDF_Stream out;
};

/* One dictionary carries every body in turn: nothing is allocated for an object, and its number is
 * counted on from those that libharu gave its own. */
struct objects {
    HPDF_Doc doc;
    HPDF_Dict carrier;
    HPDF_Stream out; /* passes on to `sink` */
    struct object_sink *sink;
    uint32_t end;
};

static HPDF_STATUS write_bytes(HPDF_Stream out, const char *bytes, size_t length) {
    for (size_t part; length; bytes += part, length -= part) {
        part = length < INT_MAX ? length : INT_MAX;
        HPDF_STATUS status = HPDF_Stream_Write(out, (const HPDF_BYTE *)bytes, (HPDF_UINT)part);
        if (status != HPDF_OK)
            return status;
    }
    return HPDF_OK;
}

/* libharu calls this before it closes the dictionary … */
static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream out) {
    struct raw *raw = dict->attr;
    raw->out = out;
    return write_bytes(out, raw->body.at, raw->body.length);
}

/* … and this after it. */
static HPDF_STATUS write_stream(HPDF_Dict dict) {
    const struct raw *raw = dict->attr;
    if (!raw->stream)
        return HPDF_OK;
    HPDF_STATUS status = write_bytes(raw->out, "\nstream\n", 8);
    if (status == HPDF_OK)
        status = write_bytes(raw->out, raw->stream->at, raw->stream->length);
    return status == HPDF_OK ? write_bytes(raw->out, "\nendstream", 10) : status;
}

static HPDF_STATUS write_to_sink(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length) {
    const struct objects *objects = stream->attr;
    if (objects->sink->write(objects->sink->context, bytes, length))
        return HPDF_OK;
    return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
}

/* The page tree is built by our own rules: libharu's has no kids to count. */
static void clear_own(HPDF_Doc doc) {
    doc->root_pages->before_write_fn = NULL;
    HPDF_Dict_RemoveElement(doc->root_pages, "Kids");
    HPDF_Dict_RemoveElement(doc->root_pages, "Count");
    HPDF_Dict_RemoveElement(doc->info, "Producer");
}

struct objects *objects_new(void) {
    struct objects *objects = calloc(1, sizeof *objects);
    if (!objects || !(objects->doc = HPDF_New(NULL, NULL)))
        memory_exhausted();
    if (!objects->doc->root_pages || !objects->doc->info)
        memory_exhausted();
    objects->carrier = HPDF_Dict_New(objects->doc->mmgr);
    objects->out = HPDF_CallbackWriter_New(objects->doc->mmgr, write_to_sink, objects);
    if (!objects->carrier || !objects->out)
        memory_exhausted();
    clear_own(objects->doc);
    objects->end = (uint32_t)objects->doc->xref->entries->count;
    return objects;
}

void objects_free(struct objects *objects) {
    if (!objects)
        return;
    objects->carrier->attr = NULL;
    HPDF_Dict_Free(objects->carrier);
    HPDF_Stream_Free(objects->out);
    HPDF_Free(objects->doc);
    free(objects);
}

unsigned long objects_error(const struct objects *objects) {
    return HPDF_GetError(objects->doc);
}

uint32_t object_reserve(struct objects *objects, size_t count) {
    if (count == 0 || count > HPDF_LIMIT_MAX_XREF_ELEMENT - objects->end)
        return 0;
    uint32_t first = objects->end;
    objects->end += (uint32_t)count;
    return first;
}

static HPDF_Dict own_dict(const struct objects *objects, enum own_object own) {
    switch (own) {
    case OWN_CATALOG:
        return objects->doc->catalog;
    case OWN_INFO:
        return objects->doc->info;
    default:
        return objects->doc->root_pages;
    }
}

uint32_t object_own_number(const struct objects *objects, enum own_object own) {
    return own_dict(objects, own)->header.obj_id & NUMBER_MASK;
}

uint32_t object_end(const struct objects *objects) {
    return objects->end;
}

static bool write_dict(struct objects *objects, HPDF_Dict dict, struct object_sink *sink,
                       struct raw *raw) {
    void *attr = dict->attr;
    dict->attr = raw;
    dict->write_fn = write_body;
    dict->after_write_fn = write_stream;
    objects->sink = sink;
    HPDF_STATUS status = HPDF_Obj_WriteValue(dict, objects->out, NULL);
    dict->write_fn = NULL;
    dict->after_write_fn = NULL;
    dict->attr = attr;
    return status == HPDF_OK;
}

bool object_write(struct objects *objects, struct object_sink *sink, struct str body,
                  const struct str *stream) {
    struct raw raw = {body, stream, NULL};
    return write_dict(objects, objects->carrier, sink, &raw);
}

bool object_own_write(struct objects *objects, struct object_sink *sink, enum own_object own,
                      struct str body) {
    struct raw raw = {body, NULL, NULL};
    return write_dict(objects, own_dict(objects, own), sink, &raw);
}
