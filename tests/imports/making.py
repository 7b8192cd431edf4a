"""Files for the tests of the import: Word and PDF, whole, strange and bad."""

import io
import zipfile

import docx
from docx.oxml import parse_xml


def docx_bytes(*blocks: tuple[str, str], xml: str = "") -> bytes:
    """A Word file of (style, text); xml: paragraphs as Word writes them, after those."""
    document = docx.Document()
    for style, text in blocks:
        document.add_paragraph(text, style=style or None)
    if xml:
        ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        for child in parse_xml(f"<w:body {ns}>{xml}</w:body>"):
            document.element.body.append(child)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(data: bytes, **changed: bytes) -> bytes:
    """The Word file with parts added or replaced: {name: content}."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            if part.filename not in changed:
                new.writestr(part, old.read(part))
        for name, content in changed.items():
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf_bytes(*pages: list[str], count: int | None = None) -> bytes:
    """A PDF with a line of Helvetica for each text. count: what it claims to have of pages."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = b" ".join(
            b"("
            + line.encode("cp1252")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
            + b") Tj T*"
            for line in lines
        )
        stream = b"BT /F1 11 Tf 14 TL 72 770 Td " + shown + b" ET"
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (refs, count or len(kids))
    return assembled(objects)


def assembled(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(
        b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, start)
    )
    return out.getvalue()
