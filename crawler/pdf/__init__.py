"""PDFs: text by page, in a process with limits; places of quotations; recognition of scans."""
