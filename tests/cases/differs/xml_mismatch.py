import xml.etree.ElementTree as ET
print("parsing")
ET.fromstring("<a><b></a>")
